import type { VNode } from 'preact';

/** The stair of the mark, large: she has arrived at the top. */
export const Flower = (): VNode => (
  <svg class="pic" viewBox="0 0 160 80" aria-hidden="true">
    <path fill="#e3f0ee" d="M8 74h40V56h36V38h36V20h32v56H8z" />
    <path
      fill="none"
      stroke="#0b5355"
      stroke-width="4"
      stroke-linecap="round"
      stroke-linejoin="round"
      d="M8 74h40V56h36V38h36V20h32"
    />
    <circle cx="140" cy="9" r="7" fill="#f2a900" />
  </svg>
);

/**
 * The main job as people see it: a real browser against the real servers, over a network that can
 * be slow, or gone. {@link org.kadam.story.Handset} is somebody's phone, {@link
 * org.kadam.story.Player} does what a worker does with it, {@link org.kadam.story.Shelf} knows what
 * was published, {@link org.kadam.story.Words} what the screens say.
 */
package org.kadam.story;

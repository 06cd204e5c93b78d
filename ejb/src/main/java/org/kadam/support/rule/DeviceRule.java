package org.kadam.support.rule;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Help with a device is offered to her who has none, shares one, or has one that only calls and
 * texts. Only a fact says so, never a score; and the reason is gone when a fact says that she has
 * her own.
 */
@ApplicationScoped
class DeviceRule implements Rule {

  private static final Set<String> LACKING = Set.of("none", "shared", "basic");

  @Override
  public String name() {
    return "device";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Need need() {
    return Need.DEVICE;
  }

  @Override
  public Verdict judge(Known known) {
    if (known.device().isEmpty()) {
      return Verdict.leave();
    }
    Known.Device device = known.device().get();
    if (LACKING.contains(device.value())) {
      return Verdict.offer(
          List.of(new Fact("device." + device.value(), "", "", device.source(), device.seen())));
    }
    return device.value().equals("own") ? Verdict.end() : Verdict.leave();
  }
}

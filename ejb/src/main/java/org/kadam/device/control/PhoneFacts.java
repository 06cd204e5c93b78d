package org.kadam.device.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.kadam.device.entity.DeviceFacts;
import org.kadam.privacy.control.ConsentSaid;

/** What phones said goes as soon as a worker takes her yes back. */
@ApplicationScoped
public class PhoneFacts {

  @Inject private DeviceFacts facts;

  void forget(@Observes ConsentSaid said) {
    if (said.purpose().equals(DeviceFacts.CONSENT) && !said.given()) {
      facts.forgetPhones(said.worker());
    }
  }
}

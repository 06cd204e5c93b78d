package org.kadam.worker.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kadam.privacy.control.People;
import org.kadam.worker.entity.Worker;
import org.kadam.worker.entity.WorkerNames;
import org.kadam.worker.entity.Workers;

/** Tells the privacy component, which stands below, about people. */
@ApplicationScoped
class RosterPeople implements People {

  @Inject private CurrentWorker current;
  @Inject private Workers workers;
  @Inject private WorkerNames names;

  @Override
  public Person asking() {
    return person(current.require());
  }

  @Override
  public Optional<Person> find(UUID id) {
    return workers.find(id).map(RosterPeople::person);
  }

  @Override
  public Map<UUID, String> names(Collection<UUID> ids) {
    return names.of(ids);
  }

  @Override
  public List<UUID> leftBefore(Instant moment, int most) {
    return workers.leftBefore(moment, most);
  }

  private static Person person(Worker worker) {
    return new Person(
        worker.id(),
        worker.code(),
        worker.language(),
        worker.unitId(),
        worker.department(),
        worker.active());
  }
}

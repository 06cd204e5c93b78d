package org.kadam.worker.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.UUID;
import org.kadam.privacy.control.NameKeys;

/** A worker's name and phone number, sealed, and apart from everything else about her. */
@Entity
@Table(name = "worker_name")
public class WorkerName {

  private static final String NAME = "name";
  private static final String PHONE = "phone";

  @Id
  @Column(name = "worker_id")
  private UUID workerId;

  @Column(name = "name_box")
  private byte[] nameBox;

  @Column(name = "phone_box")
  private byte[] phoneBox;

  protected WorkerName() {}

  WorkerName(UUID workerId, WorkerNames.Said said, NameKeys keys) {
    this.workerId = workerId;
    this.nameBox = keys.seal(workerId, NAME, said.name());
    this.phoneBox = keys.seal(workerId, PHONE, said.phone());
  }

  /** Takes over what a roster says; what is the same keeps its box. */
  WorkerNames.Difference rename(WorkerNames.Said said, NameKeys keys) {
    boolean otherName = !name(keys).equals(said.name());
    boolean otherPhone = !Objects.equals(phone(keys), said.phone());
    if (otherName) {
      nameBox = keys.seal(workerId, NAME, said.name());
    }
    if (otherPhone) {
      phoneBox = keys.seal(workerId, PHONE, said.phone());
      return WorkerNames.Difference.PHONE;
    }
    return otherName ? WorkerNames.Difference.NAME : WorkerNames.Difference.NONE;
  }

  /** Seals both anew with the current key, where they are not. */
  void reseal(NameKeys keys) {
    if (!keys.isCurrent(nameBox)) {
      nameBox = keys.seal(workerId, NAME, name(keys));
    }
    if (!keys.isCurrent(phoneBox)) {
      phoneBox = keys.seal(workerId, PHONE, phone(keys));
    }
  }

  UUID workerId() {
    return workerId;
  }

  String name(NameKeys keys) {
    return keys.open(workerId, NAME, nameBox);
  }

  String phone(NameKeys keys) {
    return keys.open(workerId, PHONE, phoneBox);
  }
}

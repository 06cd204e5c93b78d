package org.kadam.worker.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.UUID;

/** A worker's name and phone number, apart from everything else about her. */
@Entity
@Table(name = "worker_name")
public class WorkerName {

  @Id
  @Column(name = "worker_id")
  private UUID workerId;

  private String name;
  private String phone;

  protected WorkerName() {}

  WorkerName(UUID workerId, String name, String phone) {
    this.workerId = workerId;
    this.name = name;
    this.phone = phone;
  }

  boolean rename(String nameNow, String phoneNow) {
    boolean same = Objects.equals(name, nameNow) && Objects.equals(phone, phoneNow);
    name = nameNow;
    phone = phoneNow;
    return !same;
  }

  UUID workerId() {
    return workerId;
  }

  String name() {
    return name;
  }

  String phone() {
    return phone;
  }
}

package org.kadam.device.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** One observation about the device somebody works with. */
@Entity
@Table(name = "device_fact")
@IdClass(DeviceFact.Key.class)
public class DeviceFact {

  /** The fact whose values are own, shared, basic and none. */
  public static final String DEVICE = "device";

  /** Where a fact came from when the roster said so. */
  public static final String ROSTER = "roster";

  @Id
  @Column(name = "worker_id")
  private UUID workerId;

  @Id private String fact;

  @Id
  @Column(name = "observed_on")
  private LocalDate observedOn;

  @Id private String source;

  private String value;

  private String purpose;

  protected DeviceFact() {}

  public DeviceFact(UUID workerId, String fact, String value, String source, LocalDate observedOn) {
    this.workerId = workerId;
    this.fact = fact;
    this.value = value;
    this.source = source;
    this.observedOn = observedOn;
    this.purpose = "support";
  }

  Key key() {
    return new Key(workerId, fact, observedOn, source);
  }

  void correct(String valueNow) {
    value = valueNow;
  }

  public UUID workerId() {
    return workerId;
  }

  public String fact() {
    return fact;
  }

  public String value() {
    return value;
  }

  /** Where it came from, such as {@code roster}. */
  public String source() {
    return source;
  }

  public LocalDate observedOn() {
    return observedOn;
  }

  /** Worker, fact, day and source together are the key. */
  public static final class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    private UUID workerId;
    private String fact;
    private LocalDate observedOn;
    private String source;

    public Key() {}

    Key(UUID workerId, String fact, LocalDate observedOn, String source) {
      this.workerId = workerId;
      this.fact = fact;
      this.observedOn = observedOn;
      this.source = source;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && workerId.equals(key.workerId)
          && fact.equals(key.fact)
          && observedOn.equals(key.observedOn)
          && source.equals(key.source);
    }

    @Override
    public int hashCode() {
      return Objects.hash(workerId, fact, observedOn, source);
    }
  }
}

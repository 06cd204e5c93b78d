package org.kadam.worker.control;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A roster tells which device people work with, inside the transaction of its import. Whoever keeps
 * such facts puts into {@code changed} for whom this is news.
 *
 * @param devices own, shared, basic or none by worker; nobody about whom the roster is silent; null
 *     where what the roster said from that day on is taken back
 * @param days the day of the report where each works
 */
public record DevicesReported(
    Map<UUID, String> devices, Map<UUID, LocalDate> days, Set<UUID> changed) {}

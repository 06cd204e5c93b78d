package org.kadam.worker.control;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * A roster asks which device people are known to work with. Whoever keeps such facts puts the
 * answer into {@code devices}, by worker; nothing about whom nothing is known.
 */
public record DevicesAsked(Collection<UUID> workers, Map<UUID, String> devices) {}

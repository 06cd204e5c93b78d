package org.kadam.privacy.control;

import java.util.UUID;

/**
 * A worker has said yes or no to something. Whoever keeps things under that consent deletes them at
 * a no; told inside the transaction in which she said it.
 */
public record ConsentSaid(UUID worker, String purpose, boolean given) {}

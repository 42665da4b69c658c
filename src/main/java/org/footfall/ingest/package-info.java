/**
 * From the queue into the log: the job {@code transfer}.
 *
 * <p>Owns the {@linkplain org.footfall.ingest.TransferSteps list of steps} that a hit goes through,
 * the transaction that makes a batch of them last, and the tables that say what has been
 * transferred, who the visitors are, what became of hits and which could not be processed. Refuses
 * to wait for anybody but the database and the queue. Hands on days with a new version in {@code
 * visitlog}, which is all that archiving and reports need to know.
 */
package org.footfall.ingest;

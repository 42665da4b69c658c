/**
 * Keeps the visit log and the reports in shape.
 *
 * <p>Owns the job {@code archive}: it has the log compacted, days that are over sealed and their
 * counts stored, and what changed counted before somebody asks. Refuses to decide what a segment, a
 * count or a period is; hands on nothing, since readers find in the log and in {@code report} what
 * it left there, and would find the same without it, only later.
 */
package org.footfall.archive;

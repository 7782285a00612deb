/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import java.time.Instant;
import java.util.Collection;
import reactor.core.publisher.Mono;

/**
 * Sends and reads records. Every reader runs until its {@link Reading} is closed, starts over after
 * a failure of the brokers, and keeps the records of one key in order while those of different keys
 * run side by side.
 */
public interface Bus {

    /**
     * Completes when all in-sync replicas have the record; fails with {@link RecordTooLarge} when
     * they never will.
     */
    Mono<Void> send(BusRecord record);

    /**
     * Hands a record to the brokers without waiting for them. It is lost, and the callback told so,
     * when they do not take it or when too much is on its way already.
     */
    void offer(BusRecord record, Runnable lost);

    /**
     * Reads topics as a member of a group. An offset is committed only after the listener completed
     * for that record; a record whose listener fails goes to the topic's dead letters.
     */
    Reading group(String group, Collection<String> topics, BusListener listener);

    /**
     * Reads one partition that belongs to this instance alone, starting at its end: what was meant
     * for an earlier life of the instance has no receiver any more.
     */
    Followed own(String topic, int partition, BusListener listener);

    /**
     * Reads one partition that belongs to this instance alone, from where an earlier life of the
     * instance stopped, or was stopped. Each record is handed over at most once: one that was in
     * hand when the process died is not seen again.
     */
    Followed resumed(String topic, int partition, BusListener listener);

    /**
     * Hands over what was written to a topic from that time on, and completes at its end. What is
     * confidential stays sealed.
     */
    Mono<Void> since(String topic, Instant from, BusListener listener);

    /**
     * Reads a whole compacted topic, from its beginning and then on, in every instance; {@link
     * Reading#caughtUp()} tells when all that stood there at the start has been read.
     */
    Followed table(String topic, BusListener listener);

    /**
     * Reads, as a member of a group, partitions of a stream together with the same partitions of
     * compacted topics. Records of the stream are held back until that partition of the tables has
     * been read from its beginning. What is confidential stays sealed: whoever routes it need not
     * read it, and it is opened where it arrives.
     */
    Reading paired(String group, Collection<String> tables, String stream, PairedListener listener);
}

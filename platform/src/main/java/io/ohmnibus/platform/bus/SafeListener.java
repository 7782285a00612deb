/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import io.ohmnibus.platform.store.TransientErrors;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Keeps a partition moving without losing a record: what may succeed later is tried again until it
 * does, what never will goes to the dead letters with its cause; without its value where it is so
 * large that the cause does not fit in beside it. Fails only with {@link NoLongerOurs}.
 */
final class SafeListener implements BusListener {

    private static final Logger log = LoggerFactory.getLogger(SafeListener.class);
    private static final int LONGEST_CAUSE = 1000;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Retry UNTIL_IT_WORKS =
            Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                    .maxBackoff(Duration.ofSeconds(5))
                    .filter(SafeListener::mayPass);

    private final Bus bus;
    private final String group;
    private final BusListener listener;

    SafeListener(Bus bus, String group, BusListener listener) {
        this.bus = bus;
        this.group = group;
        this.listener = listener;
    }

    private static boolean mayPass(Throwable failure) {
        return failure instanceof RetriableException || TransientErrors.isTransient(failure);
    }

    @Override
    public Mono<Void> on(BusRecord record) {
        Mono<Void> attempt = Mono.defer(() -> listener.on(record));
        return attempt.onErrorResume(SafeListener::mayPass, _ -> again(attempt))
                .onErrorResume(
                        failure -> !(failure instanceof NoLongerOurs),
                        failure -> deadLetter(record, failure))
                .contextWrite(context -> Journey.continued(context, record));
    }

    /** After a pause, until it works; costs nothing for those that work at once. */
    private static Mono<Void> again(Mono<Void> attempt) {
        return Mono.delay(FIRST_PAUSE).then(attempt).retryWhen(UNTIL_IT_WORKS);
    }

    private Mono<Void> deadLetter(BusRecord record, Throwable failure) {
        Journey.log(record)
                .around(() ->
                        log.error(
                                "{} cannot handle a record of {} with key {}; it goes to the dead letters",
                                group,
                                record.topic(),
                                record.key(),
                                failure));
        Map<String, String> headers = new HashMap<>(record.headers());
        headers.put("dlt_topic", record.topic());
        headers.put("dlt_partition", String.valueOf(record.partition()));
        headers.put("dlt_group", group);
        headers.put("dlt_cause", cut(failure.toString()));
        return letter(record, record.value(), headers)
                .onErrorResume(
                        RecordTooLarge.class,
                        _ -> {
                            headers.put("dlt_too_large", "true");
                            return letter(record, null, headers);
                        });
    }

    /** What is told of a failure may hold the whole message. */
    private static String cut(String cause) {
        return cause.length() > LONGEST_CAUSE ? cause.substring(0, LONGEST_CAUSE) : cause;
    }

    private Mono<Void> letter(
            BusRecord record, byte @Nullable [] value, Map<String, String> headers) {
        return Mono.defer(() ->
                        bus.send(
                                BusRecord.keyed(
                                        Topics.deadLetters(record.topic()),
                                        record.key(),
                                        value,
                                        headers)))
                .retryWhen(UNTIL_IT_WORKS);
    }
}

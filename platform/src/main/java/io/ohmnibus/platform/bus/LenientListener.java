/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * For readers that have no dead letters: a record that nobody can read is told in the log, and
 * holds up nothing.
 */
record LenientListener(BusListener listener) implements BusListener {

    private static final Logger log = LoggerFactory.getLogger(LenientListener.class);

    @Override
    public Mono<Void> on(BusRecord record) {
        return Mono.defer(() -> listener.on(record))
                .onErrorResume(failure -> {
                    Journey.log(record)
                            .around(() ->
                                    log.error(
                                            "a record of {} with key {} is skipped",
                                            record.topic(),
                                            record.key(),
                                            failure));
                    return Mono.empty();
                })
                .contextWrite(context -> Journey.continued(context, record));
    }
}

/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.command;

import io.ohmnibus.gateway.GatewayMetrics;
import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.OcppErrors;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Tells services how their commands ended, trying again while the brokers cannot be reached. */
@Component
public final class CommandOutcomes {

    private static final Logger log = LoggerFactory.getLogger(CommandOutcomes.class);
    private static final byte[] NOTHING = {'{', '}'};
    private static final Retry PATIENTLY =
            Retry.backoff(20, Duration.ofMillis(200)).maxBackoff(Duration.ofSeconds(10));

    private final Bus bus;
    private final GatewayMetrics metrics;

    CommandOutcomes(Bus bus, GatewayMetrics metrics) {
        this.bus = bus;
        this.metrics = metrics;
    }

    /** The station answered with a CALLRESULT in that version. */
    public Mono<Void> answered(Command command, OcppVersion version, byte[] payload) {
        return tell(command, Headers.ANSWERED, version, payload);
    }

    /** The station, or the gateway in its place, said why not. */
    public Mono<Void> refused(Command command, OcppError error) {
        log.info(
                "{} {} {} is refused: {} {}",
                command.station(),
                command.action().wireName(),
                command.id(),
                error.code().wireName(),
                error.description());
        return tell(command, Headers.REFUSED, OcppVersion.V2_1, OcppErrors.write(error));
    }

    /** The deadline passed, or the connection ended before the answer: it may have been obeyed. */
    public Mono<Void> timedOut(Command command) {
        return tell(command, Headers.TIMED_OUT, OcppVersion.V2_1, NOTHING);
    }

    /** The station is not connected; it has not seen the command. */
    public Mono<Void> offline(Command command) {
        return tell(command, Headers.OFFLINE, OcppVersion.V2_1, NOTHING);
    }

    /** Gives a command that was not sent back to the router. */
    public Mono<Void> handBack(Command command) {
        return send(command.handedBack());
    }

    private Mono<Void> tell(Command command, String outcome, OcppVersion version, byte[] value) {
        metrics.command(command.action(), outcome);
        log.info(
                "{} {} {} ended: {}",
                command.station(),
                command.action().wireName(),
                command.id(),
                outcome);
        return send(command.outcome(outcome, version, value));
    }

    private Mono<Void> send(BusRecord record) {
        return bus.send(record)
                .retryWhen(PATIENTLY)
                .onErrorResume(failure -> {
                    log.error("{} is not told how its command ended", record.key(), failure);
                    return Mono.empty();
                });
    }
}

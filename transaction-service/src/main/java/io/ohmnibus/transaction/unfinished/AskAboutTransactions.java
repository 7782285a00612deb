/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import io.ohmnibus.contracts.station.StationBooted;
import io.ohmnibus.ocpp.message.GetTransactionStatusRequest;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.event.EventConsumer;
import io.ohmnibus.platform.event.EventMeta;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.transaction.unfinished.TransactionChecks.Asked;
import io.ohmnibus.transaction.unfinished.TransactionChecks.Round;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks stations about transactions whose end may never come: when the station has booted, when it
 * has come back without a boot and does not speak of them, and when nothing was heard for long. A
 * station that is away is asked when it is back.
 */
@UseCase("E14")
final class AskAboutTransactions implements EventConsumer<StationBooted> {

    private static final int AT_ONCE = 200;

    /** So a fleet that comes back is asked within minutes, and answers beside its own messages. */
    private static final int RECONNECTED_A_SECOND = 20;

    private final TransactionChecks checks;
    private final Reconnections reconnections;
    private final Commands commands;
    private final CheckProperties properties;
    private final Clock clock;

    AskAboutTransactions(
            TransactionChecks checks,
            Reconnections reconnections,
            Commands commands,
            CheckProperties properties,
            Clock clock) {
        this.checks = checks;
        this.reconnections = reconnections;
        this.commands = commands;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Mono<Void> on(EventMeta meta, StationBooted boot) {
        if (boot.status() != RegistrationStatusEnum.ACCEPTED
                || boot.reason() == BootReasonEnum.TRIGGERED // asked to introduce itself, no boot
                || !properties.enabled()) {
            return Mono.empty();
        }
        return ask(checks.claim(meta.station(), boot.at(), round()));
    }

    /** Safe to run on several instances at a time: what is claimed is asked about once. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    Mono<Void> run() {
        return ask(properties.silentFor(), since -> checks.claim(since, round(), AT_ONCE));
    }

    /** Pain 15. Safe to run on several instances at a time. */
    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT1S")
    Mono<Void> askReconnected() {
        return ask(
                properties.afterReconnect(),
                before -> reconnections.claim(before, round(), RECONNECTED_A_SECOND));
    }

    private Mono<Void> ask(Duration ago, Function<Instant, Flux<Asked>> claim) {
        return properties.enabled()
                ? ask(Flux.defer(() -> claim.apply(clock.instant().minus(ago))))
                : Mono.empty();
    }

    private Round round() {
        Instant now = clock.instant();
        return new Round(now, now.plus(properties.askAgainAfter()));
    }

    private Mono<Void> ask(Flux<Asked> transactions) {
        CommandOptions patient = new CommandOptions(properties.askAgainAfter(), true);
        return transactions
                .collectList()
                .flatMapIterable(claimed -> claimed)
                .concatMap(asked ->
                        commands.send(
                                asked.station(),
                                new GetTransactionStatusRequest(asked.transactionId(), null),
                                patient))
                .then();
    }
}

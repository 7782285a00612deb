/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.certificate;

import io.ohmnibus.auth.authority.Authorities;
import io.ohmnibus.auth.authority.AuthorityProperties;
import io.ohmnibus.auth.authority.CertificateUse;
import io.ohmnibus.ocpp.message.TriggerMessageRequest;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks stations to renew the certificates that they connect with before these end (A02). A station
 * that is away is asked when it comes; one that makes no new request is asked again after a while.
 */
@Component
class CertificateRenewals {

    private static final Logger log = LoggerFactory.getLogger(CertificateRenewals.class);

    private final ConnectionCertificates connections;
    private final Commands commands;
    private final Clock clock;
    private final TransactionalOperator transaction;
    private final Terms terms;

    /** When to ask, and whether anybody would sign. */
    @Component
    record Terms(AuthorityProperties properties, Authorities authorities) {

        boolean renew() {
            return properties.renewBefore().isPositive()
                    && authorities.of(CertificateUse.CHARGING_STATION).isPresent();
        }
    }

    CertificateRenewals(
            ConnectionCertificates connections,
            Commands commands,
            Clock clock,
            TransactionalOperator transaction,
            Terms terms) {
        this.connections = connections;
        this.commands = commands;
        this.clock = clock;
        this.transaction = transaction;
        this.terms = terms;
    }

    /** How many stations were asked. Called once, subscribed to again and again. */
    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5S")
    Mono<Long> ask() {
        return Flux.defer(this::due)
                .collectList()
                .flatMapIterable(stations -> stations)
                .concatMap(station -> ask(station).thenReturn(station))
                .count()
                .as(transaction::transactional);
    }

    private Flux<StationKey> due() {
        if (!terms.renew()) {
            return Flux.empty();
        }
        Instant now = clock.instant();
        return connections.takeUpForRenewal(
                now,
                now.plus(terms.properties().renewBefore()),
                now.minus(terms.properties().renewAgain()));
    }

    /** Asks one station, in the current transaction; when it is away, as soon as it comes. */
    Mono<Void> ask(StationKey station) {
        log.info("{} is asked to renew its certificate", station);
        return commands.send(
                        station,
                        new TriggerMessageRequest(
                                null,
                                MessageTriggerEnum.SIGN_CHARGING_STATION_CERTIFICATE,
                                null,
                                null),
                        new CommandOptions(terms.properties().renewAgain(), true))
                .then();
    }
}

/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.journal;

import io.ohmnibus.contracts.gateway.JournalEntry;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusListener;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.ContextReading;
import io.ohmnibus.platform.bus.Reading;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Duration;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Copies what the gateways write down into the table, and drops what is old. */
@Component
final class JournalFeed extends ContextReading implements BusListener {

    private static final Duration A_WHILE = Duration.ofHours(1);

    private final Bus bus;
    private final Journal journal;
    private final int days;
    private final Mono<Void> partitions;

    JournalFeed(Bus bus, Journal journal, JournalProperties properties) {
        this.bus = bus;
        this.journal = journal;
        this.days = Math.toIntExact(properties.keep().toDays());
        this.partitions = turnOver().cache(_ -> A_WHILE, _ -> Duration.ZERO, () -> A_WHILE);
    }

    @Override
    public Mono<Void> on(BusRecord record) {
        JournalEntry entry = BusJson.read(record.body(), JournalEntry.class);
        return partitions.then(journal.add(StationKey.parse(record.key()), entry));
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    Mono<Void> turnOver() {
        return Mono.defer(() -> journal.turnOver(days));
    }

    @Override
    protected Reading open() {
        return bus.group("station.journal", List.of(Topics.JOURNAL), this);
    }
}

/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.report;

import io.ohmnibus.contracts.station.StationBooted;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.ocpp.type.ReportBaseEnum;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.event.EventConsumer;
import io.ohmnibus.platform.event.EventMeta;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.station.StationProperties;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * Asks a station for its whole device model when that may have changed: at its first boot, and when
 * its model, serial number or firmware is not the one of the last time (B07.FR.14). A station that
 * is Pending is asked as well (B02.FR.01).
 */
@UseCase("B07")
final class ReadDeviceModel implements EventConsumer<StationBooted> {

    /** The station may be gone again before it is asked; then it is asked when it is back. */
    private static final CommandOptions PATIENT = new CommandOptions(Duration.ofHours(1), true);

    private final Reports reports;
    private final ReportRequests requests;
    private final StationProperties properties;

    ReadDeviceModel(Reports reports, ReportRequests requests, StationProperties properties) {
        this.reports = reports;
        this.requests = requests;
        this.properties = properties;
    }

    @Override
    public Mono<Void> on(EventMeta meta, StationBooted boot) {
        if (boot.status() == RegistrationStatusEnum.REJECTED
                || !properties.reports().readDeviceModel()) {
            return Mono.empty();
        }
        String hardware = hardware(boot);
        return reports.hasInventoryOf(meta.station(), hardware)
                .filter(known -> !known)
                .flatMap(_ -> ask(meta.station(), hardware));
    }

    private Mono<Void> ask(StationKey station, String hardware) {
        return requests.request(station, ReportBaseEnum.FULL_INVENTORY, PATIENT)
                .flatMap(asked -> reports.inventoryOf(station, asked.requestId(), hardware));
    }

    private static String hardware(StationBooted boot) {
        return Stream.of(
                        boot.vendorName(),
                        boot.model(),
                        boot.serialNumber(),
                        boot.firmwareVersion())
                .map(part -> Objects.requireNonNullElse(part, ""))
                .collect(Collectors.joining(" / "));
    }
}

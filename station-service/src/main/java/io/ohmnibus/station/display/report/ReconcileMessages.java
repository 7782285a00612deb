/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.report;

import io.ohmnibus.contracts.station.StationBooted;
import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.event.EventConsumer;
import io.ohmnibus.platform.event.EventMeta;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.station.devicemodel.DeviceModel;
import io.ohmnibus.station.devicemodel.VariableId;
import io.ohmnibus.station.display.DisplayCriteria;
import io.ohmnibus.station.display.DisplayMessages;
import io.ohmnibus.station.display.DisplayProperties;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Asks a station that has booted what it holds: messages should outlive a boot (O01.FR.10), and end
 * while a station is away. Where none is known, a station with a display is asked once.
 */
@UseCase("O03")
final class ReconcileMessages implements EventConsumer<StationBooted> {

    private static final VariableId AVAILABLE =
            VariableId.ofController("DisplayMessageCtrlr", "Available", "");

    /** The station may be gone again before it is asked; then it is asked when it is back. */
    private static final CommandOptions PATIENT = new CommandOptions(Duration.ofHours(1), true);

    private final DisplayMessages messages;
    private final DisplayReports reports;
    private final DeviceModel model;
    private final DisplayRequests requests;
    private final DisplayProperties properties;

    ReconcileMessages(
            DisplayMessages messages,
            DisplayReports reports,
            DeviceModel model,
            DisplayRequests requests,
            DisplayProperties properties) {
        this.messages = messages;
        this.reports = reports;
        this.model = model;
        this.requests = requests;
        this.properties = properties;
    }

    @Override
    public Mono<Void> on(EventMeta meta, StationBooted boot) {
        if (boot.status() != RegistrationStatusEnum.ACCEPTED
                || boot.reason() == BootReasonEnum.TRIGGERED // asked to introduce itself, no boot
                || !properties.reconcileAfterBoot()) {
            return Mono.empty();
        }
        return displays(meta.station())
                .filter(displays -> displays)
                .flatMap(_ -> requests.request(meta.station(), DisplayCriteria.ALL, PATIENT))
                .then();
    }

    private Mono<Boolean> displays(StationKey station) {
        return messages.any(station)
                .filter(any -> any)
                .switchIfEmpty(Mono.defer(() -> displaysUnasked(station)));
    }

    private Mono<Boolean> displaysUnasked(StationKey station) {
        return reports.list(station, null, 1)
                .hasElements()
                .filter(asked -> !asked)
                .flatMap(_ -> model.value(station, AVAILABLE, AttributeEnum.ACTUAL))
                .map("true"::equalsIgnoreCase)
                .defaultIfEmpty(false);
    }
}

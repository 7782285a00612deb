/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.variable;

import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.devicemodel.DeviceModel;
import io.ohmnibus.station.devicemodel.VariableId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How many items a station takes in one message, where it has told. */
@Component
final class ItemsPerMessage {

    private final DeviceModel model;

    ItemsPerMessage(DeviceModel model) {
        this.model = model;
    }

    /** The limit of DeviceDataCtrlr.ItemsPerMessage for an action, or empty when unknown. */
    Mono<Integer> limit(StationKey station, String action) {
        VariableId id = VariableId.ofController("DeviceDataCtrlr", "ItemsPerMessage", action);
        return model.value(station, id, AttributeEnum.ACTUAL)
                .filter(value -> value.matches("[1-9][0-9]{0,8}"))
                .map(Integer::valueOf);
    }

    /** Completes, or fails with the requirement that a message of so many items breaks. */
    Mono<Void> check(StationKey station, String action, int items, String requirement) {
        return limit(station, action)
                .filter(limit -> items > limit)
                .flatMap(limit -> Mono.error(tooMany(requirement, limit)));
    }

    private static RuleViolation tooMany(String requirement, int limit) {
        return new RuleViolation(
                requirement, "The station takes at most " + limit + " items in one message");
    }
}

/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.template;

import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.station.availability.ConnectorStates;
import io.ohmnibus.station.devicemodel.DeviceModel;
import io.ohmnibus.station.devicemodel.VariableId;
import io.ohmnibus.station.registry.BootInfo;
import io.ohmnibus.station.registry.RegisteredStation;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Values that the platform knows by itself: {@code station.id}, {@code station.vendorName}, {@code
 * station.model}, {@code station.serialNumber}, {@code station.firmwareVersion}; {@code
 * connectors.Available} and the other states, as numbers of connectors; {@code
 * variable.<Component>.<Variable>} of the device model.
 */
@Component
final class KnownValues {

    private static final String VARIABLE = "variable.";
    private static final String CONNECTORS = "connectors.";

    private final DeviceModel model;
    private final ConnectorStates connectors;

    KnownValues(DeviceModel model, ConnectorStates connectors) {
        this.model = model;
        this.connectors = connectors;
    }

    /** The value of that name, or empty. */
    Mono<String> find(RegisteredStation station, String name) {
        if (name.startsWith(VARIABLE)) {
            return variable(station, name.substring(VARIABLE.length()));
        }
        if (name.startsWith(CONNECTORS)) {
            return connectors
                    .of(station.key())
                    .filter(states -> !states.isEmpty())
                    .map(states -> count(states, name.substring(CONNECTORS.length())));
        }
        return Mono.justOrEmpty(ofStation(station, name));
    }

    private static String count(Map<String, Long> states, String state) {
        return states.getOrDefault(state, 0L).toString();
    }

    private Mono<String> variable(RegisteredStation station, String name) {
        int dot = name.indexOf('.');
        if (dot < 1) {
            return Mono.empty();
        }
        VariableId id =
                VariableId.ofController(name.substring(0, dot), name.substring(dot + 1), "");
        return model.value(station.key(), id, AttributeEnum.ACTUAL);
    }

    private static @Nullable String ofStation(RegisteredStation station, String name) {
        if (name.equals("station.id")) {
            return station.key().stationId();
        }
        BootInfo boot = station.boot();
        if (boot == null) {
            return null;
        }
        BootInfo.Hardware hardware = boot.hardware();
        return switch (name) {
            case "station.vendorName" -> hardware.vendorName();
            case "station.model" -> hardware.model();
            case "station.serialNumber" -> hardware.serialNumber();
            case "station.firmwareVersion" -> hardware.firmwareVersion();
            default -> null;
        };
    }
}

/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.variable;

import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.ocpp.type.SetVariableData;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.devicemodel.DeviceModel;
import io.ohmnibus.station.devicemodel.VariableId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What holds when a configuration slot is set by way of variables, new in 2.1 (B09). */
@Component
final class NetworkConfigurationRules {

    private static final String COMPONENT = "networkconfiguration";
    private static final VariableId PRIORITY =
            VariableId.ofController("OCPPCommCtrlr", "NetworkConfigurationPriority", null);
    private static final Set<String> CELLULAR =
            Set.of("simpin", "preferrednetwork", "useonlypreferrednetwork");

    private final DeviceModel model;

    NetworkConfigurationRules(DeviceModel model) {
        this.model = model;
    }

    static boolean concerns(SetVariableData data) {
        return lower(data.component().name()).equals(COMPONENT);
    }

    Mono<Void> check(StationKey station, SetVariablesRequest request) {
        List<SetVariableData> network =
                request.setVariableData().stream()
                        .filter(NetworkConfigurationRules::concerns)
                        .toList();
        if (network.isEmpty()) {
            return Mono.empty();
        }
        Set<String> slots =
                network.stream()
                        .map(data -> String.valueOf(data.component().instance()))
                        .collect(Collectors.toSet());
        return unused(station, slots)
                .thenMany(Flux.fromIterable(slots))
                .concatMap(slot -> switches(station, slot, names(network, slot)))
                .then();
    }

    /** A way that is in use is not changed piece by piece: B09.FR.21. */
    private Mono<Void> unused(StationKey station, Set<String> slots) {
        return model.value(station, PRIORITY, AttributeEnum.ACTUAL)
                .filter(priority ->
                        Arrays.stream(priority.split(",", -1))
                                .map(String::strip)
                                .anyMatch(slots::contains))
                .flatMap(priority ->
                        Mono.error(
                                new RuleViolation(
                                        "B09.FR.21",
                                        "The station uses this slot: NetworkConfigurationPriority is "
                                                + priority)));
    }

    private Mono<Void> switches(StationKey station, String slot, Set<String> names) {
        boolean way = names.contains("ocppcsmsurl");
        boolean apn =
                names.stream().anyMatch(name -> name.startsWith("apn") || CELLULAR.contains(name));
        boolean vpn = names.stream().anyMatch(name -> name.startsWith("vpn"));
        return (way || apn ? require(station, slot, names, "ApnEnabled", apn) : Mono.<Void>empty())
                .then(way || vpn ? require(station, slot, names, "VpnEnabled", vpn) : Mono.empty());
    }

    /** With a way to a CSMS it is said whether APN and VPN belong to it: B09.FR.29, B09.FR.30. */
    private Mono<Void> require(
            StationKey station, String slot, Set<String> names, String enabled, boolean used) {
        if (names.contains(lower(enabled))) {
            return Mono.empty();
        }
        VariableId id = new VariableId("NetworkConfiguration", slot, null, null, enabled, null);
        return model.value(station, id, AttributeEnum.ACTUAL)
                .filter(known -> known.equalsIgnoreCase(Boolean.toString(used)))
                .switchIfEmpty(
                        Mono.error(() ->
                                new RuleViolation(
                                        used ? "B09.FR.29" : "B09.FR.30",
                                        "%s of slot %s is set to %s in the same message"
                                                .formatted(enabled, slot, used))))
                .then();
    }

    private static Set<String> names(List<SetVariableData> network, String slot) {
        return network.stream()
                .filter(data -> slot.equals(data.component().instance()))
                .map(data -> lower(data.variable().name()))
                .collect(Collectors.toSet());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.network;

import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.devicemodel.DeviceModel;
import io.ohmnibus.station.devicemodel.ReportedVariable;
import io.ohmnibus.station.devicemodel.VariableFilter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What a station has told about its ways to a CSMS; what it never told is empty or null.
 *
 * @param slots the configuration slots that it has
 * @param priority the slots that it uses, in this order
 * @param active the slot of its connection
 * @param downgrade whether it lets its security profile be lowered from 3 to 2
 */
public record KnownNetwork(
        List<String> slots,
        List<String> priority,
        @Nullable String active,
        @Nullable Integer securityProfile,
        boolean downgrade) {

    public static final String COMPONENT = "OCPPCommCtrlr";
    public static final String PRIORITY = "NetworkConfigurationPriority";
    public static final String ACTIVE = "ActiveNetworkProfile";

    static Mono<KnownNetwork> of(DeviceModel model, StationKey station) {
        return Mono.zip(
                        of(model, station, COMPONENT, PRIORITY),
                        of(model, station, COMPONENT, ACTIVE),
                        of(model, station, "SecurityCtrlr", "SecurityProfile"),
                        of(model, station, "SecurityCtrlr", "AllowSecurityProfileDowngrade"))
                .map(known -> {
                    String profile = known.getT3().value();
                    return new KnownNetwork(
                            list(known.getT1().values()),
                            list(known.getT1().value()),
                            known.getT2().value(),
                            profile != null && profile.matches("[1-3]")
                                    ? Integer.valueOf(profile)
                                    : null,
                            "true".equalsIgnoreCase(known.getT4().value()));
                });
    }

    private record Told(@Nullable String value, @Nullable String values) {

        static final Told NOTHING = new Told(null, null);
    }

    private static Mono<Told> of(
            DeviceModel model, StationKey station, String component, String variable) {
        return model.list(station, new VariableFilter(component, variable, null, false), null, 1)
                .map(KnownNetwork::told)
                .next()
                .defaultIfEmpty(Told.NOTHING);
    }

    private static Told told(ReportedVariable variable) {
        String value =
                variable.attributes().stream()
                        .filter(attribute ->
                                attribute.type().equals(AttributeEnum.ACTUAL.wireName()))
                        .map(ReportedVariable.Attribute::value)
                        .findFirst()
                        .orElse(null);
        return new Told(value, variable.characteristics().valuesList());
    }

    /** The slots in a list with commas. */
    public static List<String> list(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(slot -> !slot.isEmpty())
                        .toList();
    }
}

/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.devicemodel;

import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.Variable;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The full name of a variable of a station. Names are kept as they were sent and compared without
 * regard to case; an empty instance is none (B06.FR.15).
 */
public record VariableId(
        String component,
        @Nullable String componentInstance,
        @Nullable Integer evseId,
        @Nullable Integer connectorId,
        String variable,
        @Nullable String variableInstance) {

    /** Write-only in every standardized device model, whether the station says so or not. */
    private static final Set<String> SECRETS =
            Set.of("basicauthpassword", "vpnpassword", "vpnkey", "apnpassword", "simpin");

    public VariableId {
        componentInstance = emptyToNull(componentInstance);
        variableInstance = emptyToNull(variableInstance);
    }

    /** The name in the words of a message. */
    public static VariableId of(Component component, Variable variable) {
        EVSE evse = component.evse();
        return new VariableId(
                component.name(),
                component.instance(),
                evse == null ? null : evse.id(),
                evse == null ? null : evse.connectorId(),
                variable.name(),
                variable.instance());
    }

    /** A variable of the component EVSE. */
    public static VariableId ofEvse(int evseId, String variable) {
        return new VariableId("EVSE", null, evseId, null, variable, null);
    }

    /** A variable of a controller component. */
    public static VariableId ofController(
            String component, String variable, @Nullable String instance) {
        return new VariableId(component, null, null, null, variable, instance);
    }

    /** The same name in the form that all its spellings share. */
    public VariableId normalised() {
        return new VariableId(
                lower(component),
                componentInstance == null ? null : lower(componentInstance),
                evseId,
                connectorId,
                lower(variable),
                variableInstance == null ? null : lower(variableInstance));
    }

    /** Whether its values must not be stored. */
    public boolean secret() {
        return SECRETS.contains(lower(variable));
    }

    /** The component in the words of a message. */
    public Component toComponent() {
        EVSE evse = evseId == null ? null : new EVSE(evseId, connectorId, null);
        return new Component(evse, component, componentInstance, null);
    }

    /** The variable in the words of a message. */
    public Variable toVariable() {
        return new Variable(variable, variableInstance, null);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String emptyToNull(@Nullable String instance) {
        return instance == null || instance.isEmpty() ? null : instance;
    }
}

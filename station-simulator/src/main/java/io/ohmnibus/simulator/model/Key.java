/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator.model;

import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Names one variable of one component.
 *
 * @param componentInstance of the component, "" for none
 * @param evse 0 for what belongs to the whole station
 * @param connector 0 for what belongs to no connector
 * @param instance of the variable, "" for none
 */
record Key(
        String component,
        String componentInstance,
        int evse,
        int connector,
        String variable,
        String instance) {

    /** A variable of a component without instance. */
    Key(String component, int evse, int connector, String variable, String instance) {
        this(component, "", evse, connector, variable, instance);
    }

    static Key of(Component component, Variable variable) {
        return new Key(
                component.name(),
                text(component.instance()),
                evse(component),
                connector(component),
                variable.name(),
                text(variable.instance()));
    }

    /** Whether a report about {@code asked} includes this key: what is left out matches all. */
    boolean isWithin(Component asked, @Nullable Variable wanted) {
        // B08.FR.20 to B08.FR.25
        var where = asked.evse();
        return component.equals(asked.name())
                && (asked.instance() == null || componentInstance.equals(asked.instance()))
                && (where == null || evse == where.id())
                && (where == null
                        || where.connectorId() == null
                        || connector == where.connectorId())
                && (wanted == null
                        || (variable.equals(wanted.name())
                                && (wanted.instance() == null
                                        || instance.equals(wanted.instance()))));
    }

    /**
     * Whether it is a variable of the same component, with the same instance, at the same place.
     */
    boolean isBeside(Key other) {
        return component.equals(other.component)
                && componentInstance.equals(other.componentInstance)
                && evse == other.evse
                && connector == other.connector;
    }

    Component toComponent() {
        var where = evse == 0 ? null : new EVSE(evse, connector == 0 ? null : connector, null);
        return new Component(
                where, component, componentInstance.isEmpty() ? null : componentInstance, null);
    }

    Variable toVariable() {
        return new Variable(variable, instance.isEmpty() ? null : instance, null);
    }

    private static int evse(Component component) {
        return component.evse() == null ? 0 : component.evse().id();
    }

    private static int connector(Component component) {
        var evse = component.evse();
        return evse == null || evse.connectorId() == null ? 0 : evse.connectorId();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}

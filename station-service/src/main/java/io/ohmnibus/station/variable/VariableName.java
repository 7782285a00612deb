/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.variable;

import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.station.devicemodel.AttributeId;
import io.ohmnibus.station.devicemodel.AttributeValue;
import io.ohmnibus.station.devicemodel.VariableId;
import io.ohmnibus.station.store.WireNames;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a variable in REST.
 *
 * @param attribute Actual unless said; or Target, MinSet, MaxSet
 * @param value what to set
 */
public record VariableName(
        @Nullable String component,
        @Nullable String componentInstance,
        @Nullable Integer evseId,
        @Nullable Integer connectorId,
        @Nullable String variable,
        @Nullable String variableInstance,
        @Nullable String attribute,
        @Nullable String value) {

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_VALUE = 2500;

    /** The name of an attribute, without a value. */
    public static VariableName of(AttributeId attribute) {
        VariableId id = attribute.variable();
        return new VariableName(
                id.component(),
                id.componentInstance(),
                id.evseId(),
                id.connectorId(),
                id.variable(),
                id.variableInstance(),
                attribute.type().wireName(),
                null);
    }

    /** The attribute; 400 for what is no name. */
    public AttributeId toAttribute() {
        if (connectorId != null && evseId == null) {
            throw Problem.badRequest("variables.connectorId", "needs an evseId");
        }
        AttributeEnum type =
                WireNames.find(AttributeEnum.class, attribute == null ? "Actual" : attribute);
        if (type == null) {
            throw Problem.badRequest("variables.attribute", "is Actual, Target, MinSet or MaxSet");
        }
        return AttributeId.of(
                new VariableId(
                        checked("component", component),
                        componentInstance == null
                                ? null
                                : checked("componentInstance", componentInstance),
                        evseId,
                        connectorId,
                        checked("variable", variable),
                        variableInstance == null
                                ? null
                                : checked("variableInstance", variableInstance)),
                type);
    }

    /** The attribute and its value; 400 without one. */
    public AttributeValue toValue() {
        String wanted = value;
        if (wanted == null || wanted.length() > LONGEST_VALUE) {
            throw Problem.badRequest("variables.value", "has up to 2500 characters");
        }
        return new AttributeValue(toAttribute(), wanted);
    }

    private static String checked(String field, @Nullable String name) {
        if (name == null || name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.badRequest("variables." + field, "has 1 to 50 characters");
        }
        return name;
    }
}

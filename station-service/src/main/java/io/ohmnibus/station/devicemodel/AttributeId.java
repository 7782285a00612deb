/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.devicemodel;

import io.ohmnibus.ocpp.type.AttributeEnum;
import org.jspecify.annotations.Nullable;

/** An attribute of a variable: the actual value, the target, or a limit that was set. */
public record AttributeId(VariableId variable, AttributeEnum type) {

    /** The attribute in the words of a message, where an omitted type is Actual (B05.FR.12). */
    public static AttributeId of(VariableId variable, @Nullable AttributeEnum type) {
        return new AttributeId(variable, type == null ? AttributeEnum.ACTUAL : type);
    }

    /** The same in the form that all its spellings share. */
    public AttributeId normalised() {
        return new AttributeId(variable.normalised(), type);
    }
}

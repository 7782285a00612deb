/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.search;

import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.station.store.WireNames;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a variable of a station has to be like; exactly one of the comparisons is given. Only what
 * stations have told counts. What is left out of the name matches everything.
 *
 * @param attribute Actual unless said; or Target, MinSet, MaxSet
 * @param is some such variable has this value
 * @param isNot some such variable has another value
 * @param contains some such variable has a value with this text in it
 * @param below some such variable is a number below this one
 * @param above some such variable is a number above this one
 * @param known whether any value of such a variable is known
 */
record Condition(
        @Nullable String component,
        @Nullable String componentInstance,
        @Nullable Integer evseId,
        @Nullable Integer connectorId,
        @Nullable String variable,
        @Nullable String variableInstance,
        @Nullable String attribute,
        @Nullable String is,
        @Nullable String isNot,
        @Nullable String contains,
        @Nullable BigDecimal below,
        @Nullable BigDecimal above,
        @Nullable Boolean known) {

    /** Fails with 400 where it is no condition. */
    void check() {
        if (component == null || component.isEmpty() || variable == null || variable.isEmpty()) {
            throw Problem.badRequest("conditions", "name a component and a variable");
        }
        if (WireNames.find(AttributeEnum.class, type()) == null) {
            throw Problem.badRequest("conditions.attribute", "is Actual, Target, MinSet or MaxSet");
        }
        if (Stream.<@Nullable Object>of(is, isNot, contains, below, above, known)
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            throw Problem.badRequest(
                    "conditions", "have one of is, isNot, contains, below, above, known");
        }
    }

    String type() {
        return attribute == null ? AttributeEnum.ACTUAL.wireName() : attribute;
    }
}

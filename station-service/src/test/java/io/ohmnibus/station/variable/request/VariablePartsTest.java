/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.variable.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.GetVariablesRequest;
import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.GetVariableData;
import io.ohmnibus.ocpp.type.Variable;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.station.devicemodel.MessageLimits.Limit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class VariablePartsTest {

    private static final int ANY = Integer.MAX_VALUE;

    private static VariableParts parts(Limit limit, String... variables) {
        List<GetVariableData> items =
                Stream.of(variables)
                        .map(name ->
                                new GetVariableData(
                                        null,
                                        new Component(null, "C", null, null),
                                        new Variable(name, name.length() > 1 ? name : null, null),
                                        null))
                        .toList();
        return VariableParts.of(items, limit, some -> new GetVariablesRequest(some, null));
    }

    private static List<List<Integer>> positions(VariableParts parts) {
        return parts.messages().stream().map(VariableParts.Part::positions).toList();
    }

    @Test
    @Requirement({"B05.FR.11", "B06.FR.05"})
    void noMessageHasMoreItemsThanAllowed() {
        assertThat(positions(parts(new Limit(2, ANY), "A", "B", "C", "D", "E")))
                .containsExactly(List.of(0, 1), List.of(2, 3), List.of(4));
        assertThat(positions(parts(new Limit(ANY, ANY), "A", "B", "C")))
                .containsExactly(List.of(0, 1, 2));
    }

    @Test
    @Requirement("B06.FR.17")
    void noMessageHasMoreBytesThanAllowed() {
        Limit two = new Limit(ANY, 210);
        VariableParts parts = parts(two, "A", "B", "C", "x".repeat(50), "D");
        assertThat(parts.messages()).allMatch(part -> two.allows(part.request()));
        assertThat(positions(parts)).containsExactly(List.of(0, 1), List.of(2, 4));
        assertThat(parts.tooLong()).containsExactly(3);
    }
}

/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.message.HeartbeatRequest;
import io.ohmnibus.ocpp.message.HeartbeatResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActionTest {

    private static final Map<String, Direction> DIRECTIONS =
            Map.of(
                    "CS->CSMS",
                    Direction.TO_CSMS,
                    "CSMS->CS",
                    Direction.TO_STATION,
                    "both",
                    Direction.BOTH);

    /** Block C uses them, block I owns them: money is accounted for in one place. */
    private static final Set<Action> OWNED_BY_TARIFFS =
            EnumSet.of(
                    Action.NOTIFY_SETTLEMENT,
                    Action.NOTIFY_WEB_PAYMENT_STARTED,
                    Action.VAT_NUMBER_VALIDATION);

    @Test
    void theCatalogueIsThatOfTheSpecification() {
        var facts = Facts.table("messages.tsv");

        assertThat(Arrays.stream(Action.values()).map(Action::wireName).collect(toSet()))
                .hasSize(91)
                .isEqualTo(facts.stream().map(row -> row.get("action")).collect(toSet()));
        assertThat(facts).allSatisfy(ActionTest::assertAsInTheTable);

        System.out.printf("%d actions compared%n", facts.size());
    }

    private static void assertAsInTheTable(Map<String, String> row) {
        var name = Facts.cell(row, "action");
        var action = Action.ofWireName(name).orElseThrow();
        assertThat(action.direction()).isEqualTo(DIRECTIONS.get(row.get("direction")));
        assertThat(action.kind().name()).isEqualTo(row.get("kind"));
        assertThat(action.knownIn(OcppVersion.V2_1)).isTrue();
        assertThat(action.knownIn(OcppVersion.V2_0_1)).isEqualTo("yes".equals(row.get("in_2.0.1")));
        assertThat(Facts.cell(row, "blocks"))
                .contains(OWNED_BY_TARIFFS.contains(action) ? "C" : action.block().name());
        var required =
                Arrays.stream(action.requestType().getRecordComponents())
                        .filter(new View(OcppVersion.V2_1)::required)
                        .map(component -> component.getName())
                        .collect(toSet());
        assertThat(required).isEqualTo(required(Facts.cell(row, "request_required_fields")));
    }

    @Test
    void everyMessageBelongsToExactlyOneAction() {
        var messages =
                View.classes().stream().filter(Message.class::isAssignableFrom).collect(toSet());
        var used = new ArrayList<Class<?>>();
        for (var action : Action.values()) {
            used.add(action.requestType());
            if (action.responseType() != null) {
                used.add(action.responseType());
            }
        }

        assertThat(used).doesNotHaveDuplicates().hasSize(181).hasSameElementsAs(messages);
    }

    @Test
    void anActionIsAsOldAsItsMessages() {
        assertThat(Action.values())
                .allSatisfy(action -> {
                    if (action.responseType() != null) {
                        assertThat(new View(OcppVersion.V2_0_1).knows(action.responseType()))
                                .isEqualTo(action.knownIn(OcppVersion.V2_0_1));
                    }
                });
    }

    @Test
    void findsAnActionByItsRequestAndTellsItsResponse() {
        var action = Action.ofRequest(HeartbeatRequest.class);

        assertThat(action).isEqualTo(Action.HEARTBEAT);
        assertThat(action.responseType()).isEqualTo(HeartbeatResponse.class);
        assertThatThrownBy(() -> Action.ofRequest(HeartbeatResponse.class))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Action.ofWireName("heartbeat")).isEmpty();
    }

    private static Set<String> required(String cell) {
        return cell.equals("(none)") ? Set.of() : Set.of(cell.split(",", -1));
    }
}

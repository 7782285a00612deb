/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UseCasesTest {

    private static final String NONE = "(no message of its own)";

    @Test
    void theCatalogueIsThatOfTheSpecification() {
        var facts = Facts.table("usecase-actions.tsv").stream().map(UseCasesTest::mended).toList();

        assertThat(UseCases.all())
                .extracting(UseCasesTest::line)
                .hasSize(178)
                .containsExactlyElementsOf(facts.stream().map(UseCasesTest::line).toList());

        System.out.printf("%d use cases compared%n", facts.size());
    }

    @Test
    void theTwoThatPart0LacksAndTheOneItMisprintsAreThere() {
        assertThat(UseCases.ofId("K29")).isPresent();
        assertThat(UseCases.ofId("M07")).isPresent();
        assertThat(UseCases.ofId("S04").orElseThrow().block()).isEqualTo(Block.S);
        assertThat(UseCases.ofId("R04").orElseThrow().actions()).contains(Action.SET_DER_CONTROL);
    }

    @Test
    void everyActionTakesPartInAUseCase() {
        assertThat(Action.values())
                .allSatisfy(action -> assertThat(UseCases.of(action)).isNotEmpty());
    }

    /** The table has the name as Part 0 prints it, without its last word. */
    private static Map<String, String> mended(Map<String, String> row) {
        if (!Facts.cell(row, "use_case").equals("E17")) {
            return row;
        }
        var mended = new HashMap<>(row);
        mended.merge("name", " reboot", String::concat);
        mended.put("note", "Part 0 cuts the last word of the name off");
        return mended;
    }

    private static String line(UseCases.Entry entry) {
        var actions = entry.actions().stream().map(Action::wireName).sorted().collect(joining(" "));
        return String.join("\t", entry.id(), entry.name(), entry.since(), actions, entry.note());
    }

    /** A question mark stands after an action whose part the text only suggests. */
    private static String line(Map<String, String> row) {
        var cell = Facts.cell(row, "actions").replace("?", "").replace(NONE, "");
        var actions = Arrays.stream(cell.split(" ", -1)).sorted().collect(joining(" "));
        return String.join(
                "\t",
                row.get("use_case"),
                row.get("name"),
                row.get("since"),
                actions,
                row.get("note"));
    }
}

/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

final class CsvTextTest {

    @Test
    void writesWhatWouldBreakALineInQuotes() {
        Map<String, Object> row =
                Map.of(
                        "a",
                        "one, \"two\"\nthree",
                        "b",
                        List.of("x", "y"),
                        "c",
                        new BigDecimal("1.50"));
        assertThat(CsvText.of(List.of("a", "b", "c", "d"), Flux.just(row)).collectList().block())
                .containsExactly("a,b,c,d\r\n", "\"one, \"\"two\"\"\nthree\",x;y,1.50,\r\n");
    }

    @Test
    void readsListsInAColumn() {
        assertThat(CsvText.list(null)).isEmpty();
        assertThat(CsvText.list("x; y;;z")).containsExactly("x", "y", "z");
    }

    @Test
    void readsAnArrayOfFlatObjectsLikeAFile() {
        CsvBody body =
                read(
                        "[{\"id\":\"A\",\"n\":1.25,\"yes\":true,\"list\":[\"x\",\"y\"]},{\"id\":\"B\",\"note\":null}]");
        assertThat(body.columns()).containsExactly("id", "n", "yes", "list", "note");
        assertThat(body.rows())
                .containsExactly(
                        new CsvBody.Row(
                                1, Map.of("id", "A", "n", "1.25", "yes", "true", "list", "x;y")),
                        new CsvBody.Row(2, Map.of("id", "B")));
    }

    @Test
    void refusesWhatIsNoSuchArray() {
        for (String wrong : List.of("{}", "[1]", "[{\"a\":{}}]")) {
            assertThatThrownBy(() -> read(wrong)).hasStackTraceContaining("Problem");
        }
    }

    private static CsvBody read(String json) {
        return JsonMapper.shared().readValue(json, CsvBody.class);
    }
}

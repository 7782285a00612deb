/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Direction;
import io.ohmnibus.ocpp.Kind;
import io.ohmnibus.ocpp.UseCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class UseCaseTableTest {

    private static final Places PLACES = Places.ofClassPath();
    private static final String WRITE = "docs.write";

    @Test
    void theTableInDocsIsUpToDate() throws IOException {
        Path root = UseCaseTable.root();
        Path file = root.resolve("docs/use-cases.md");
        String text = new UseCaseTable(PLACES, root).text();
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(file, text);
        }
        assertThat(file)
                .as(
                        "stale; ./mvnw -Dquick install, then ./mvnw -pl e2e-tests test -D%s=true writes it anew",
                        WRITE)
                .hasContent(text);
    }

    @Test
    void annotationsNameOnlyUseCasesThatThereAre() {
        assertThat(
                        Stream.concat(
                                PLACES.code().entrySet().stream(),
                                PLACES.scenarios().entrySet().stream()))
                .isNotEmpty()
                .allMatch(named -> UseCases.ofId(named.getKey()).isPresent());
    }

    @Test
    void noActionOfStationsIsAnsweredTwice() {
        assertThat(PLACES.answering())
                .isNotEmpty()
                .allSatisfy((action, classes) -> {
                    assertThat(action.direction()).isNotEqualTo(Direction.TO_STATION);
                    assertThat(classes)
                            .satisfiesAnyOf(
                                    one -> assertThat(one).hasSize(1),
                                    any -> assertThat(action.kind()).isEqualTo(Kind.SEND));
                })
                .doesNotContainKey(Action.HEARTBEAT); // the gateway's
    }
}

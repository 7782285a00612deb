/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ConfigurationTableTest {

    private static final String WRITE = "docs.write";

    @Test
    void thePageInDocsIsUpToDate() throws IOException {
        Path file = UseCaseTable.root().resolve("docs/configuration.md");
        String text = ConfigurationTable.text();
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
    void everyPropertyOfOursIsDocumented() throws IOException {
        assertThat(ConfigurationTable.properties())
                .isNotEmpty()
                .allSatisfy((name, property) ->
                        assertThat(ConfigurationTable.meaning(property))
                                .as("Javadoc of %s", name)
                                .isNotBlank());
    }
}

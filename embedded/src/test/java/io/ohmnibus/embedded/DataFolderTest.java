/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {

    @TempDir private Path folder;

    @Test
    void emptiesAPartWhoseFirstStartWasCutShort() throws IOException {
        var data = DataFolder.claim(folder);
        Files.writeString(data.part("kafka", "proof").resolve("half"), "written");

        assertThat(data.part("kafka", "proof")).isEmptyDirectory();
        data.release();
    }

    @Test
    void keepsAPartThatHasStartedOnce() throws IOException {
        var data = DataFolder.claim(folder);
        Files.writeString(data.part("kafka", "proof").resolve("proof"), "written");
        data.complete("kafka");

        assertThat(data.part("kafka", "proof").resolve("proof")).exists();
        data.release();
    }

    @Test
    void neverTouchesWhatItDidNotPutThere() throws IOException {
        Files.createDirectories(folder.resolve("kafka"));
        Files.writeString(folder.resolve("kafka/letter.txt"), "dear diary");
        var data = DataFolder.claim(folder);

        assertThatThrownBy(() -> data.part("kafka", "proof"))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining("something that Ohmnibus did not put there");
        assertThat(folder.resolve("kafka/letter.txt")).exists();
        data.release();
    }

    @Test
    void saysThatTheFolderCannotBeWritten() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> DataFolder.claim(file))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining("cannot be written");
    }
}

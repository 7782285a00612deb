/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aServiceRunsOnItsOwnJarsWithTheBeansThatWereProcessed() throws IOException {
        Path beans = Files.createFile(folder.resolve("beans.jar"));
        Path service = Files.createFile(folder.resolve("service.jar"));
        Files.createDirectory(folder.resolve("lib"));

        assertThat(Unpacked.options(folder))
                .containsExactly(
                        "-cp", beans + File.pathSeparator + service, "-Dspring.aot.enabled=true");
    }

    @Test
    void whereNothingIsUnpackedItRunsOnThoseOfTheBench() {
        assertThat(Unpacked.options(folder.resolve("nowhere"))).isEmpty();
    }

    @Test
    void whatWasUnpackedInPartIsNotMeasured() throws IOException {
        Files.createFile(folder.resolve("service.jar"));
        assertThatThrownBy(() -> Unpacked.options(folder)).hasMessageContaining("its beans");
    }
}

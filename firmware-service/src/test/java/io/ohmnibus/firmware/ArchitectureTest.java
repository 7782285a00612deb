/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.firmware;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.ohmnibus.platform.test.architecture.OhmnibusArchitecture;

@AnalyzeClasses(
        packages = "io.ohmnibus.firmware",
        importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest static final ArchTests RULES = ArchTests.in(OhmnibusArchitecture.class);
}

/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.allinone;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.ohmnibus.platform.test.architecture.OhmnibusArchitecture;

/** The rules about more than one module: only here are all of them on one classpath. */
@AnalyzeClasses(packages = "io.ohmnibus", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule SERVICES_ARE_INDEPENDENT = OhmnibusArchitecture.SERVICES_ARE_INDEPENDENT;

    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_PACKAGES =
            OhmnibusArchitecture.NO_CYCLES_BETWEEN_PACKAGES;

    @ArchTest
    static final ArchRule PROTOCOL_IS_PLAIN_JAVA = OhmnibusArchitecture.PROTOCOL_IS_PLAIN_JAVA;

    @ArchTest
    static final ArchRule ONLY_PLATFORM_TOUCHES_KAFKA =
            OhmnibusArchitecture.ONLY_PLATFORM_TOUCHES_KAFKA;

    @ArchTest static final ArchRule NO_EMPTY_NAMES = OhmnibusArchitecture.NO_EMPTY_NAMES;

    @ArchTest static final ArchRule NO_SLEEPING = OhmnibusArchitecture.NO_SLEEPING;
}

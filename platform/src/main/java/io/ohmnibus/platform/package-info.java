/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * What every service shares. A service is a class with a main method that calls {@link
 * io.ohmnibus.platform.OhmnibusService#run}, its handlers, and one configuration file named after
 * it; all the rest is configured here, from {@code platform-defaults.properties} upwards.
 */
@NullMarked
package io.ohmnibus.platform;

import org.jspecify.annotations.NullMarked;

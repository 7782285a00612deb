/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** What every service shares, as Spring Boot auto-configuration; no functional block of its own. */
@NullMarked
package io.ohmnibus.platform;

import org.jspecify.annotations.NullMarked;

/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * How long it is remembered what happened. A service says by beans of {@link
 * io.ohmnibus.platform.retention.OldRows} what in its tables is old; of commands and campaigns,
 * which each service has, the platform says so.
 */
@NullMarked
package io.ohmnibus.platform.retention;

import org.jspecify.annotations.NullMarked;

/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Commands to stations: validated, stored, sent through the gateway, and always ended by an
 * outcome.
 */
@NullMarked
package io.ohmnibus.platform.command;

import org.jspecify.annotations.NullMarked;

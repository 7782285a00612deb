/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * How stations proved who they are when they connected: ends the changes of passwords, profiles and
 * certificates that only a connection can prove.
 */
@NullMarked
package io.ohmnibus.auth.connection;

import org.jspecify.annotations.NullMarked;

"""The work itself, without Qt: generators that yield steps and can be cancelled."""

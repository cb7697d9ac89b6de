"""Everything that can be posed: people, animals, robots, machines, plants."""

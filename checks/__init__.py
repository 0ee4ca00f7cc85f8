"""What is healthy: checks, scenarios with their causes, and the judgement."""

"""What a run tells its reader."""
